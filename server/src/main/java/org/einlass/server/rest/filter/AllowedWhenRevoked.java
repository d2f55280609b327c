package org.einlass.server.rest.filter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what a device may still do after it was revoked or wiped: it delivers and is told, and reads nothing.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AllowedWhenRevoked {
    /** Whether a device may do it, too, that waits to be confirmed because the server was restored. */
    boolean whenPending() default true;
}
