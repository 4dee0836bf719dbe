package org.interurban.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An entry of the menu that leads to this page, said at its handler. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(InMenu.Entries.class)
public @interface InMenu {

    /** For those who work here, or for everybody else. */
    boolean atWork();

    /** From this place on an entry stands under "more". */
    int MORE = 70;

    /** The lower, the earlier. */
    int place();

    /** Key of its words. */
    String words();

    /** What a page says of itself in the layout, to be marked as the current one. */
    String section();

    /** Names of permissions: who has one of them somewhere sees it; everyone, where none is named. */
    String[] holding() default {};

    /** Who has one of these somewhere does not see it, since another page does more for them. */
    String[] unless() default {};

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Entries {
        InMenu[] value();
    }
}
