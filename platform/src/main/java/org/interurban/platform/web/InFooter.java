package org.interurban.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A page to which the footer of every page leads, said at its handler. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface InFooter {

    /** The lower, the earlier. */
    int place();

    /** Key of its words. */
    String words();
}
