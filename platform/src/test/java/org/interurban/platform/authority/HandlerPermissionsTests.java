package org.interurban.platform.authority;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

class HandlerPermissionsTests {

    @RestController
    static class Forgotten {
        @GetMapping("/secrets")
        String secrets() {
            return "everything";
        }
    }

    @RestController
    static class Declared {
        @Open
        @GetMapping("/news")
        String news() {
            return "news";
        }

        @Requires("ADMINISTRATION")
        @GetMapping("/settings")
        String settings() {
            return "settings";
        }
    }

    @RestController
    static class Misspelt {
        @Requires("ADMINSTRATION")
        @GetMapping("/settings/mail")
        String mail() {
            return "mail";
        }
    }

    @Configuration
    @EnableWebMvc
    @Import({HandlerPermissions.class, Rights.class})
    static class Application {}

    private final WebApplicationContextRunner application =
            new WebApplicationContextRunner().withUserConfiguration(Application.class);

    @Test
    void theApplicationDoesNotStartWithAHandlerThatDeclaresNoPermission() {
        application.withBean(Declared.class).withBean(Forgotten.class).run(context -> assertThat(context)
                .hasFailed()
                .getFailure()
                .hasMessageContaining("Handlers without a declared permission")
                .hasMessageContaining("Forgotten#secrets")
                .hasMessageNotContaining("Declared#"));
    }

    @Test
    void norWithOneThatRequiresAPermissionOfNoModule() {
        application.withBean(Misspelt.class).run(context -> assertThat(context)
                .hasFailed()
                .getFailure()
                .hasMessageContaining("No module brings a permission ADMINSTRATION")
                .hasMessageContaining("Misspelt#mail"));
    }

    @Test
    void itStartsWhereEveryHandlerDeclaresOne() {
        application.withBean(Declared.class).run(context -> assertThat(context).hasNotFailed());
    }
}
