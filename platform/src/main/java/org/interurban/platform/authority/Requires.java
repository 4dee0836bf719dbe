package org.interurban.platform.authority;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The permission a handler needs; its object's scope is checked where the object is found. */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {

    /** Its name; no application starts with one that no module brings. */
    String value();

    /** Whether a role for the whole network is needed, since what is shown lies in no scope. */
    boolean network() default false;
}
