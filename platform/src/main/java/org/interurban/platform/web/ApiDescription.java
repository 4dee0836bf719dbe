package org.interurban.platform.web;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.MediaType;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.method.HandlerMethod;

/**
 * What the OpenAPI document says beyond the handlers' signatures: what may be asked of each list, and the forms it answers in.
 * A list is asked for a filter that none has; its refusal names those it has.
 */
@Configuration
class ApiDescription {

    private static final String NO_FILTER = "?";
    private static final String ROOT = "/api/v1/";
    private static final String HOW = """
        What the network shows to everyone, and to those who are signed in what their roles let them see. The interface only
        reads: GET, with an entity tag for asking again.

        A list answers `{"items": [...], "total": n, "next": address of the next page or null}`. `q` holds words, each of which
        is found somewhere in a row; `sort` names a column, with a leading minus for descending; filters go by their names. Every
        list is also a CSV and an XLSX sheet of all its rows, by the Accept header or the ending `.csv` or `.xlsx`. Texts are in
        English or Korean, by the Accept-Language header or `lang=ko`. What is refused is said as a problem detail (RFC 9457).\
        """;

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(ListQuery.class);
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Interurban")
                        .version("v1")
                        .description(HOW)
                        .license(new License().name("Apache 2.0").identifier("Apache-2.0")));
    }

    /** Rows of different lists have the same short name, so each is called after the list as well. */
    @Bean
    @Lazy
    ModelResolver recordNames(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new TypeNameResolver() {
            @Override
            protected String getNameOfClass(Class<?> type) {
                var around = type.getEnclosingClass();
                return type == Lists.Answer.class
                        ? "ListOf"
                        : around == null ? type.getSimpleName() : around.getSimpleName() + "." + type.getSimpleName();
            }

            @Override
            protected String nameForGenericType(JavaType type, Set<Options> options) {
                return nameForClass(type, options)
                        + type.getBindings().getTypeParameters().stream()
                                .map(parameter -> nameForType(parameter, options))
                                .collect(Collectors.joining());
            }
        });
    }

    @Bean
    OperationCustomizer listParameters() {
        return (operation, handler) -> {
            if (Stream.of(handler.getMethodParameters()).anyMatch(p -> p.getParameterType() == ListQuery.class)) {
                asked(handler).forEach(operation::addParametersItem);
            }
            return operation;
        };
    }

    @Bean
    OpenApiCustomizer names() {
        return api -> api.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    operation.setOperationId(name(method, path));
                    operation.setTags(List.of(path.substring(ROOT.length()).split("[/.]")[0]));
                    forms(path, operation);
                    operation
                            .getResponses()
                            .addApiResponse(
                                    "default",
                                    new ApiResponse()
                                            .description("What is refused, and why")
                                            .content(content(
                                                    MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                                    new JsonSchema().types(Set.of("object")))));
                }));
    }

    /** As in {@code members}, {@code members.csv}, {@code programmes-code-rounds}. */
    private static String name(PathItem.HttpMethod method, String path) {
        var name = path.substring(ROOT.length()).replaceAll("[{}]", "").replace('/', '-');
        return method == PathItem.HttpMethod.GET ? name : method.name().toLowerCase(Locale.ROOT) + "-" + name;
    }

    /** A list's answer is JSON or a sheet; at an address that ends like a sheet it is always one, with all rows. */
    private static void forms(String path, Operation operation) {
        var sheets = Map.of(".csv", "text/csv", ".xlsx", Sheet.XLSX);
        var file = new JsonSchema().types(Set.of("string"));
        var response = operation.getResponses().computeIfAbsent("200", ok -> new ApiResponse());
        for (var ending : sheets.entrySet()) {
            if (path.endsWith(ending.getKey())) {
                response.setContent(content(ending.getValue(), file));
                operation.getParameters().removeIf(p -> Set.of("limit", "offset")
                        .contains(p.getName()));
                return;
            }
        }
        if (operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(p -> p.getName().equals("offset"))) {
            sheets.values().forEach(type -> response.getContent().putAll(content(type, file)));
        }
    }

    private static Content content(String type, Schema<?> schema) {
        return new Content().addMediaType(type, new io.swagger.v3.oas.models.media.MediaType().schema(schema));
    }

    private static List<Parameter> asked(HandlerMethod handler) {
        var terms = terms(handler);
        var parameters = new ArrayList<Parameter>();
        parameters.add(parameter("q", text(), "Words to find, each of them somewhere"));
        terms.filters().forEach(name -> parameters.add(parameter(name, text(), "Only rows of this " + name)));
        if (!terms.orders().isEmpty()) {
            var orders = terms.orders().stream()
                    .flatMap(order -> Stream.of(order, "-" + order))
                    .toArray(Object[]::new);
            var schema = text();
            schema.setEnum(Arrays.asList(orders));
            parameters.add(parameter("sort", schema, "A column; with a minus, descending"));
        }
        parameters.add(parameter(
                "limit",
                number(1).maximum(BigDecimal.valueOf(ListQuery.MOST))._default(ListQuery.USUAL),
                "Rows of a page"));
        parameters.add(parameter("offset", number(0)._default(0), "Rows passed over"));
        return parameters;
    }

    private static Parameter parameter(String name, Schema<?> schema, String description) {
        return new Parameter().in("query").name(name).schema(schema).description(description);
    }

    private static Schema<Object> text() {
        return new JsonSchema().types(Set.of("string"));
    }

    private static Schema<Object> number(int least) {
        return new JsonSchema().types(Set.of("integer")).minimum(BigDecimal.valueOf(least));
    }

    /** What the list has, by its own word. */
    private static ListQuery.Terms terms(HandlerMethod handler) {
        var arguments = Stream.of(handler.getMethodParameters())
                .map(parameter -> argument(parameter.getParameterType()))
                .toArray();
        ReflectionUtils.makeAccessible(handler.getMethod());
        try {
            handler.getMethod().invoke(handler.createWithResolvedBean().getBean(), arguments);
        } catch (InvocationTargetException refusal) {
            if (refusal.getCause() instanceof ListQuery.BadQuery bad) {
                return bad.terms();
            }
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
        return ListQuery.Terms.NONE;
    }

    private static @Nullable Object argument(Class<?> type) {
        if (type == ListQuery.class) {
            return new ListQuery(ROOT, "q", "", 1, 0, new LinkedHashMap<>(Map.of(NO_FILTER, "?")), Locale.ENGLISH);
        }
        if (type == Locale.class) {
            return Locale.ENGLISH;
        }
        return type == String.class
                ? NO_FILTER
                : ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
