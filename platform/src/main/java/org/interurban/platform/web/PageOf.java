package org.interurban.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The page on which records of these kinds are seen, said at its handler. Variables of its address stand for the parts of a
 * record's code, which colons separate; what follows a slash names a part, seen on the page of its whole. A page without variables
 * shows all of the kind.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface PageOf {

    /** Kinds as references and questions call them. */
    String[] value();

    /** The parameter that takes the code, where it is not in the address. */
    String parameter() default "";
}
