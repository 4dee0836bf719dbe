package org.interurban.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** Of tests after which the database holds other records: they share one that only they use. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@TestPropertySource(properties = LeavesRecords.DATABASE + "=LeavesRecords")
public @interface LeavesRecords {

    /** Tests that say the same of it share one database; those that say nothing leave theirs as they found it. */
    String DATABASE = "interurban.test.database";
}
