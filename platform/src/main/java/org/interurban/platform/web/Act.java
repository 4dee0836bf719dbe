package org.interurban.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Something that people begin to do at this page, said at its handler; whoever may open it finds it in the palette. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Act {

    /** Key of its words, as on the button that leads to it. */
    String value();
}
