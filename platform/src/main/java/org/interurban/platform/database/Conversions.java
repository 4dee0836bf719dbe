package org.interurban.platform.database;

import java.lang.reflect.Constructor;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.shared.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;
import org.springframework.beans.BeanUtils;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.core.convert.converter.ConverterRegistry;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the value types that every module speaks stand in the database and in requests: an identity as uuid, a choice as its word, a
 * text in its languages as jsonb. Said once, for reading (Spring's conversion of a row to a record) and for binding.
 */
final class Conversions {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Objects that a statement builds name their fields like columns. */
    private static final JsonMapper ROWS = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private Conversions() {}

    static ConversionService ofRows() {
        var conversions = new DefaultConversionService();
        addTo(conversions);
        conversions.addConverter(PGobject.class, LocalizedText.class, Conversions::localized);
        conversions.addConverter(Array.class, List.class, Conversions::list);
        conversions.addConverter(new RecordsInJson());
        return conversions;
    }

    /** Those that a request needs as well. */
    static void addTo(ConverterRegistry conversions) {
        conversions.addConverterFactory(new ConverterFactory<UUID, Identifier>() {
            @Override
            public <T extends Identifier> Converter<UUID, T> getConverter(Class<T> type) {
                var constructor = constructor(type);
                return id -> BeanUtils.instantiateClass(constructor, id);
            }
        });
        conversions.addConverterFactory(new ConverterFactory<String, Identifier>() {
            @Override
            public <T extends Identifier> Converter<String, T> getConverter(Class<T> type) {
                var constructor = constructor(type);
                return id -> identity(constructor, id);
            }
        });
        conversions.addConverterFactory(new ConverterFactory<String, Coded>() {
            @Override
            public <T extends Coded> Converter<String, T> getConverter(Class<T> type) {
                return code -> choice(type, code);
            }
        });
    }

    private static <T extends Identifier> Constructor<T> constructor(Class<T> type) {
        return BeanUtils.getResolvableConstructor(type);
    }

    @SuppressWarnings("NullAway")
    private static <T extends Identifier> T identity(Constructor<T> constructor, String id) {
        return id.isBlank() ? null : BeanUtils.instantiateClass(constructor, UUID.fromString(id.strip()));
    }

    /** Nothing chosen in a form is nothing; converters may give null, which their signature does not say. */
    @SuppressWarnings("NullAway")
    private static <T extends Coded> T choice(Class<T> type, String code) {
        return code.isEmpty()
                ? null
                : Arrays.stream(type.getEnumConstants())
                        .filter(choice -> choice.code().equals(code))
                        .findFirst()
                        .orElseThrow(
                                () -> new IllegalArgumentException(type.getSimpleName() + " has no \"" + code + "\""));
    }

    /** What the driver is given in the place of one of our values. */
    static @Nullable Object bound(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Identifier id -> id.value();
            case Coded choice -> choice.code();
            case LocalizedText text -> json(text);
            case Identifier[] ids -> Arrays.stream(ids).map(Identifier::value).toArray(UUID[]::new);
            case Coded[] choices -> Arrays.stream(choices).map(Coded::code).toArray(String[]::new);
            case Collection<?> several ->
                several.stream().map(Conversions::bound).toList();
            default -> value;
        };
    }

    private static PGobject json(LocalizedText text) {
        try {
            var value = new PGobject();
            value.setType("jsonb");
            value.setValue(JSON.writeValueAsString(text));
            return value;
        } catch (SQLException e) {
            throw new InvalidDataAccessApiUsageException("A text could not be written as jsonb", e);
        }
    }

    private static LocalizedText localized(PGobject value) {
        return JSON.readValue(Objects.requireNonNull(value.getValue()), LocalizedText.class);
    }

    private static List<?> list(Array array) {
        try {
            return Collections.unmodifiableList(Arrays.asList((Object[]) array.getArray())); // nulls too
        } catch (SQLException e) {
            throw new InvalidDataAccessApiUsageException("An array could not be read", e);
        }
    }

    /** Records within a record, and lists and maps of them. */
    private static final class RecordsInJson implements GenericConverter {

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(PGobject.class, Object.class));
        }

        @Override
        public @Nullable Object convert(@Nullable Object value, TypeDescriptor from, TypeDescriptor to) {
            return value instanceof PGobject json
                    ? ROWS.readValue(
                            Objects.requireNonNull(json.getValue()),
                            ROWS.constructType(to.getResolvableType().getType()))
                    : null;
        }
    }
}
