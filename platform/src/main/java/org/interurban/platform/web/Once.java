package org.interurban.platform.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A form that is carried out once, however often it is sent: all that its handler does is one transaction with the number that the
 * form carries. A handler that answers with a page, or leads back to its form, has refused, and nothing of it is kept.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Once {}
