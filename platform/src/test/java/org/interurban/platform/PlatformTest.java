package org.interurban.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The whole application on a random port and a PostgreSQL database of its own, shared by all tests that ask for the same. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.main.register-shutdown-hook=false", // the server of all tests stops first
            "interurban.search.in-memory=true", // two contexts may not write one folder
            "db-scheduler.polling-interval=500ms", // who waits for work waits for a test
            "logging.level.io.zonky.test.db.postgres=warn"
        })
@AutoConfigureMockMvc(
        print =
                MockMvcPrint
                        .NONE) // a test says itself what it misses, and printing each answer took a third of the time
@Import(NumberedForms.class)
@ContextConfiguration(initializers = TestDatabase.class)
public @interface PlatformTest {}
