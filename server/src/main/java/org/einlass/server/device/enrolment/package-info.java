/**
 * How devices enrol themselves: one-time codes, devices that wait until a person confirms them, and the tokens that
 * they get for proving their key.
 */
@NullMarked
package org.einlass.server.device.enrolment;

import org.jspecify.annotations.NullMarked;
