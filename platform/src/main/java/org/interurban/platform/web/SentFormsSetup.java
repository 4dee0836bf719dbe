package org.interurban.platform.web;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxMvcAutoConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.ExceptionHandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/** Gives every form a number, and hands those whose handler says {@link Once} to {@link SentForms}. */
@Configuration(proxyBeanMethods = false)
class SentFormsSetup {

    @Bean
    static BeanPostProcessor formNumbers() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof RequestDataValueProcessor fields ? new FormNumbers(fields) : bean;
            }
        };
    }

    /** Beside those of htmx, which would otherwise be the only ones. */
    @Bean
    @Primary
    WebMvcRegistrations onceOnly(
            ObjectProvider<SentForms> forms, ObjectProvider<Drafts> drafts, HtmxMvcAutoConfiguration htmx) {
        return new WebMvcRegistrations() {
            @Override
            public @Nullable RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return htmx.getRequestMappingHandlerMapping();
            }

            @Override
            public @Nullable ExceptionHandlerExceptionResolver getExceptionHandlerExceptionResolver() {
                return htmx.getExceptionHandlerExceptionResolver();
            }

            @Override
            public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
                return new RequestMappingHandlerAdapter() {
                    @Override
                    protected ServletInvocableHandlerMethod createInvocableHandlerMethod(HandlerMethod handler) {
                        return new FormHandler(handler, forms, drafts);
                    }
                };
            }
        };
    }

    @Bean
    RecurringTask<Void> forgetSentForms(SentForms forms) {
        return Tasks.recurring("forget-sent-forms", FixedDelay.ofHours(24))
                .execute((instance, context) -> forms.forgetOld());
    }

    @Bean
    RecurringTask<Void> forgetOldDrafts(Drafts drafts) {
        return Tasks.recurring("forget-old-drafts", FixedDelay.ofHours(24))
                .execute((instance, context) -> drafts.forgetOld());
    }

    /** Two answers of one session that both have something to say on the next page do not stumble over each other. */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionsWrittenAtOnce() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }
}
