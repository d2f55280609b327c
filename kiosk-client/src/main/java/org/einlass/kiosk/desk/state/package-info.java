/** What a desk's screen shows at one moment: values without behaviour, and the sentences that it says. */
@NullMarked
package org.einlass.kiosk.desk.state;

import org.jspecify.annotations.NullMarked;
