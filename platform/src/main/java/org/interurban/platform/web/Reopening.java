package org.interurban.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DataBinder;
import org.springframework.web.bind.ServletRequestDataBinder;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Opens a form again that somebody else overtook: with what was typed, beside each field what stands now, and the version that
 * stands now, so that sending it once more is a choice made in knowledge of the other's change.
 */
@Component
class Reopening {

    private static final String FORM = "form";
    private static final String VERSION = "version";

    private final ObjectProvider<RequestMappingHandlerMapping> mapping;
    private final ObjectProvider<RequestMappingHandlerAdapter> adapter;

    Reopening(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping,
            ObjectProvider<RequestMappingHandlerAdapter> adapter) {
        this.mapping = mapping;
        this.adapter = adapter;
    }

    /** Empty where the record is not changed by a form at the address to which the change was sent. */
    Optional<ModelAndView> of(Conflict conflict, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (!request.getRequestURI().equals(conflict.link())) {
            return Optional.empty();
        }
        var asked = new HttpServletRequestWrapper(request) {
            @Override
            public String getMethod() {
                return "GET";
            }
        };
        var handler = mapping.getObject().getHandler(asked);
        var page = handler == null ? null : adapter.getObject().handle(asked, response, handler.getHandler());
        if (page == null || !(page.getModel().get(FORM) instanceof Record now)) {
            return Optional.empty();
        }
        var typed = typed(now, request);
        if (!(typed.getTarget() instanceof Record form)) {
            return Optional.empty();
        }
        page.addObject(FORM, form);
        page.addObject(BindingResult.MODEL_KEY_PREFIX + FORM, typed);
        page.addObject("overtaken", differences(now, form));
        page.setStatus(HttpStatus.CONFLICT);
        return Optional.of(page);
    }

    private BindingResult typed(Record now, HttpServletRequest request) {
        var binder = new ServletRequestDataBinder(null, FORM);
        binder.setTargetType(ResolvableType.forInstance(now));
        var initializer = adapter.getObject().getWebBindingInitializer();
        if (initializer != null) {
            initializer.initBinder(binder);
        }
        var values = new LinkedHashMap<String, Object>();
        request.getParameterMap().forEach((name, given) -> values.put(name, given.length == 1 ? given[0] : given));
        values.put(VERSION, Objects.requireNonNullElse(value(now, VERSION), 0));
        binder.construct(new DataBinder.ValueResolver() {
            @Override
            public @Nullable Object resolveValue(String name, Class<?> type) {
                return values.get(name);
            }

            @Override
            public Set<String> getNames() {
                return values.keySet();
            }
        });
        return binder.getBindingResult();
    }

    /** What stands now, by field, where something else was typed; nothing, one value, or several. */
    private static Map<String, List<String>> differences(Record now, Record typed) {
        var differences = new LinkedHashMap<String, List<String>>();
        Arrays.stream(now.getClass().getRecordComponents())
                .map(RecordComponent::getName)
                .forEach(field -> {
                    var stands = values(value(now, field));
                    if (!stands.equals(values(value(typed, field)))) {
                        differences.put(value(now, field) instanceof Words ? field + ".original" : field, stands);
                    }
                });
        return differences;
    }

    /** A tick that was not set, an empty text and nothing are the same to a form. */
    private static List<String> values(@Nullable Object value) {
        var all = value instanceof Collection<?> several ? several : value == null ? List.of() : List.of(value);
        return all.stream()
                .map(String::valueOf)
                .filter(text -> !text.isEmpty() && !text.equals("false"))
                .toList();
    }

    private static @Nullable Object value(Record form, String field) {
        var fields = PropertyAccessorFactory.forDirectFieldAccess(form);
        return fields.isReadableProperty(field) ? fields.getPropertyValue(field) : null;
    }
}
