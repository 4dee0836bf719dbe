package org.interurban.platform.web;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.ExternalDocumentation;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.platform.authority.Access;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocAnnotationsUtils;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * What the OpenAPI document says beyond the handlers' signatures: the lists, what may be asked of each, and the forms it answers in.
 */
@Configuration
class ApiDescription {

    private static final String ROOT = "/api/v1/";
    private static final String SESSION = "session";
    private static final List<SecurityRequirement> SIGNED_IN = List.of(new SecurityRequirement().addList(SESSION));
    private static final Map<String, String> SHEETS = Map.of(".csv", "text/csv", ".xlsx", Sheet.XLSX);
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    /** What properties were called before they had the names of the columns of sheets; they go on being answered. */
    private static final Map<String, String> FORMER = Map.of("localName", "nameLocal", "cities", "participants");

    /** The types by the names of their schemas; the converters that name them are kept for the whole process, too. */
    private static final Map<String, Class<?>> DESCRIBED = new ConcurrentHashMap<>();

    private static final String HOW = """
        What the network shows to everyone, and to those who are signed in what their roles let them see. The interface only
        reads: GET, with an entity tag for asking again.

        A list answers `{"items": [...], "total": n, "next": address of the next page or null}`. `q` holds words, each of which
        is found somewhere in a row; `sort` names a column, with a leading minus for descending; filters go by their names. Every
        list is also a CSV and an XLSX sheet of all its rows, by the Accept header or the ending `.csv` or `.xlsx`. Texts are in
        the languages of the pages, by the Accept-Language header or `lang=` and its tag. What is refused is said as a
        problem detail (RFC 9457).\
        """;

    @Bean
    OpenAPI description(PublicAddress address) {
        return new OpenAPI()
                .servers(List.of(new Server().url(address.origin())))
                .info(new Info()
                        .title("Interurban")
                        .version("v1")
                        .description(HOW)
                        .termsOfService(address.of("/open-data")))
                .externalDocs(new ExternalDocumentation()
                        .description("What there is, under which licence, with examples")
                        .url(address.of("/open-data")))
                .components(new Components()
                        .addSecuritySchemes(
                                SESSION,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name(address.cookie("SESSION"))
                                        .description("The session of somebody who signed in with a browser")));
    }

    /** Rows of different lists have the same short name, so each is called after the list as well. */
    @Bean
    @Lazy
    ModelResolver recordNames(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new TypeNameResolver() {
            @Override
            protected String getNameOfClass(Class<?> type) {
                var around = type.getEnclosingClass();
                var name = type == Lists.Answer.class
                        ? "ListOf"
                        : around == null ? type.getSimpleName() : around.getSimpleName() + "." + type.getSimpleName();
                DESCRIBED.put(name, type);
                return name;
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
    OpenApiCustomizer listsAndNames(List<Listing<?>> listings, MessageSource messages) {
        return api -> {
            for (var listing : listings) {
                listing.addresses().stream()
                        .filter(address -> address.startsWith(Listing.INTERFACE))
                        .forEach(address -> add(listing, address, api));
            }
            api.getComponents().getSchemas().forEach((name, schema) -> {
                complete(name, schema);
                describe(schema, messages);
            });
            api.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                operation.setOperationId(name(method, path));
                operation.setTags(List.of(path.substring(ROOT.length()).split("[/.]")[0]));
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
        };
    }

    /** Every property is always there; one whose component may be null may be null. */
    private void complete(String name, Schema<?> schema) {
        var properties = schema.getProperties();
        if (properties == null) {
            return;
        }
        schema.setRequired(List.copyOf(properties.keySet()));
        var type = DESCRIBED.get(name.startsWith("ListOf") ? "ListOf" : name);
        if (type != null && type.isRecord()) {
            for (var read : type.getDeclaredMethods()) {
                if (read.getParameterCount() == 0
                        && properties.containsKey(read.getName())
                        && read.getAnnotatedReturnType().isAnnotationPresent(Nullable.class)) {
                    properties.compute(read.getName(), (property, told) -> orNull(told));
                }
            }
        }
        FORMER.forEach((former, now) -> {
            var told = properties.get(former);
            if (properties.containsKey(now) && told != null) {
                told.setDeprecated(true);
                told.setDescription("What " + now + " was called before");
            }
        });
    }

    /** In the words that head the columns of sheets. */
    private static void describe(Schema<?> schema, MessageSource messages) {
        if (schema.getProperties() == null) {
            return;
        }
        schema.getProperties().forEach((property, told) -> {
            var words = messages.getMessage(
                    "web.column." + JdbcUtils.convertPropertyNameToUnderscoreName(property),
                    null,
                    null,
                    Locale.ENGLISH);
            if (words != null && told.getDescription() == null && told.get$ref() == null) {
                told.setDescription(words);
            }
        });
    }

    private static Schema<?> orNull(@Nullable Schema<?> schema) {
        var nothing = new JsonSchema().types(Set.of("null"));
        if (schema == null || schema.getTypes() == null || schema.getEnum() != null) {
            return new JsonSchema().anyOf(schema == null ? List.of(nothing) : List.of(schema, nothing));
        }
        schema.addType("null");
        return schema;
    }

    /** A list's answer is JSON or a sheet; at an address that ends like a sheet it is always one, with all rows. */
    private static void add(Listing<?> listing, String address, OpenAPI api) {
        var summary = "The list of " + listing.sheet().name().replace('-', ' ');
        var file = new JsonSchema().types(Set.of("string"));
        var answer = ResolvableType.forClassWithGenerics(
                Lists.Answer.class, listing.sheet().row());
        var forms = content(
                MediaType.APPLICATION_JSON_VALUE,
                SpringDocAnnotationsUtils.extractSchema(
                        api.getComponents(), answer.getType(), null, new Annotation[0], api.getSpecVersion()));
        enumerate(listing, api);
        var place = PLACE.matcher(address)
                .results()
                .map(part -> new Parameter()
                        .in("path")
                        .name(part.group(1))
                        .required(true)
                        .schema(text()))
                .toList();
        SHEETS.forEach((ending, type) -> {
            forms.putAll(content(type, file));
            var asked = Stream.concat(place.stream(), asked(listing).stream());
            api.getPaths()
                    .addPathItem(address + ending, get(listing, summary + " as a sheet", asked, content(type, file)));
        });
        var asked = Stream.of(place.stream(), asked(listing).stream(), page().stream())
                .flatMap(parameters -> parameters);
        api.getPaths().addPathItem(address, get(listing, summary, asked, forms));
    }

    /** What its codes can be, where a column holds a few only. */
    private static void enumerate(Listing<?> listing, OpenAPI api) {
        DESCRIBED.forEach((name, type) -> {
            var schema = api.getComponents().getSchemas().get(name);
            if (type == listing.sheet().row() && schema != null) {
                listing.codes().keySet().forEach(column -> {
                    if (schema.getProperties().get(column) instanceof Schema<?> property) {
                        enumerate(property, codes(listing, column));
                    }
                });
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static void enumerate(Schema<?> property, @Nullable List<Object> codes) {
        ((Schema<Object>) (property.getItems() == null ? property : property.getItems())).setEnum(codes);
    }

    private static @Nullable List<Object> codes(Listing<?> listing, String column) {
        var codes = listing.codes().get(column);
        return codes == null ? null : List.copyOf(codes);
    }

    private static PathItem get(Listing<?> listing, String summary, Stream<Parameter> parameters, Content content) {
        return new PathItem()
                .get(new Operation()
                        .summary(summary)
                        .security(Access.OPEN.equals(listing.access()) ? null : SIGNED_IN)
                        .parameters(parameters.toList())
                        .responses(new ApiResponses()
                                .addApiResponse(
                                        "200",
                                        new ApiResponse().description("OK").content(content))));
    }

    /** As in {@code members}, {@code members.csv}, {@code programmes-code-rounds}. */
    private static String name(PathItem.HttpMethod method, String path) {
        var name = path.substring(ROOT.length()).replaceAll("[{}]", "").replace('/', '-');
        return method == PathItem.HttpMethod.GET ? name : method.name().toLowerCase(Locale.ROOT) + "-" + name;
    }

    private static Content content(String type, Schema<?> schema) {
        return new Content().addMediaType(type, new io.swagger.v3.oas.models.media.MediaType().schema(schema));
    }

    private static List<Parameter> asked(Listing<?> listing) {
        var terms = listing.terms();
        var parameters = new ArrayList<Parameter>();
        parameters.add(parameter("q", text(), "Words to find, each of them somewhere"));
        terms.filters().forEach(name -> {
            var schema = text();
            schema.setEnum(codes(listing, name));
            parameters.add(parameter(name, schema, "Only rows of this " + name));
        });
        if (!terms.orders().isEmpty()) {
            var orders = terms.orders().stream()
                    .flatMap(order -> Stream.of(order, "-" + order))
                    .toArray(Object[]::new);
            var schema = text();
            schema.setEnum(Arrays.asList(orders));
            parameters.add(parameter("sort", schema, "A column; with a minus, descending"));
        }
        return parameters;
    }

    private static List<Parameter> page() {
        return List.of(
                parameter(
                        "limit",
                        number(1).maximum(BigDecimal.valueOf(ListQuery.MOST))._default(ListQuery.USUAL),
                        "Rows of a page"),
                parameter("offset", number(0)._default(0), "Rows passed over"));
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
}
