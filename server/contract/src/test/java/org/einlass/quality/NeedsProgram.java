package org.einlass.quality;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test talks to real programs of the machine, such as "cupsd" or "ffmpeg". Where one is absent the test
 * is skipped with a message; with {@code -Deinlass.require.real.parts=true}, as in continuous integration, it
 * fails.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(RealPart.class)
public @interface NeedsProgram {

    /** Names of programs, looked for on the path and in the folders of system programs. */
    String[] value();
}
