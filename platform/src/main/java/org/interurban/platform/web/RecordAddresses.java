package org.interurban.platform.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** Where a record is seen, by its kind: the page that says it is {@link PageOf} that kind. Templates know it too. */
@Component
public class RecordAddresses {

    private record Page(String pattern, String parameter) {

        String of(String code) {
            var address = UriComponentsBuilder.fromPath(pattern);
            if (!parameter.isEmpty()) {
                return address.queryParam(parameter, "{code}").build(code).toString();
            }
            var parts = whole(code).split(":");
            var variables = (int) pattern.chars().filter(sign -> sign == '{').count();
            return address.build((Object[]) Arrays.copyOf(parts, Math.max(variables, parts.length)))
                    .toString();
        }

        /** A part is seen on the page of its whole. */
        private static String whole(String code) {
            return code.split("/", 2)[0];
        }
    }

    private final Supplier<Map<String, Page>> pages;

    RecordAddresses(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping) {
        this.pages = SingletonSupplier.of(() -> read(mapping.getObject()));
    }

    private static Map<String, Page> read(RequestMappingHandlerMapping mapping) {
        var pages = new HashMap<String, Page>();
        mapping.getHandlerMethods().forEach((address, handler) -> {
            var said = handler.getMethodAnnotation(PageOf.class);
            if (said != null) {
                for (var kind : said.value()) {
                    pages.put(
                            kind, new Page(address.getPatternValues().iterator().next(), said.parameter()));
                }
            }
        });
        return pages;
    }

    /** Null where records of the kind have no page. */
    public @Nullable String of(String kind, String code) {
        var page = pages.get().get(kind);
        return page == null ? null : page.of(code);
    }
}
