package org.interurban.platform.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A form that is carried out once, however often it is sent: all that its handler does is one transaction with the number that the
 * form carries. A handler that answers with a page or a {@link Refusal} has refused, and so has one whose deed marked the transaction
 * to be rolled back: nothing of it is kept. Every other redirect says that the form was carried out, wherever it leads. A form without
 * a number is answered with 400.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Once {

    /**
     * Whether the handler has long work to do before it stores anything, such as reading a file, for which no transaction waits: it
     * hands what it stores to {@link SentForms#store}. While it is at work the same form, sent again, waits without one.
     */
    boolean whenStored() default false;
}
