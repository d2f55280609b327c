/**
 * Pictures in, texts of QR codes out: frames from cameras and files, and the reader that finds codes others
 * miss.
 */
@NullMarked
package org.einlass.kiosk.camera;

import org.jspecify.annotations.NullMarked;
