package org.interurban.platform.database;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Rows of a statement as records: each component is read from the column of its name in snake case, by the conversions of this module;
 * jsonb becomes records within records. The columns are looked up once a statement, since lists have many rows, and the driver answers
 * each name that it does not have with an exception.
 */
public final class Rows<T> {

    private static final ConversionService CONVERSIONS = Conversions.ofRows();

    private record Component(String column, TypeDescriptor type) {

        /** What the driver gives without a detour; everything else is what it makes of the column, converted. */
        boolean isPlain() {
            var kind = type.getObjectType();
            return kind == String.class
                    || kind == Boolean.class
                    || kind == UUID.class
                    || Number.class.isAssignableFrom(kind)
                    || Temporal.class.isAssignableFrom(kind);
        }

        @Nullable
        Object read(ResultSet rs, int index) throws SQLException {
            if (!isPlain()) {
                var value = CONVERSIONS.convert(JdbcUtils.getResultSetValue(rs, index), type);
                return value == null && type.getType() == List.class ? List.of() : value;
            }
            var value = JdbcUtils.getResultSetValue(rs, index, type.getObjectType());
            return value instanceof OffsetDateTime at ? at.withOffsetSameInstant(ZoneOffset.UTC) : value;
        }
    }

    private final Constructor<T> constructor;
    private final List<Component> components;

    private Rows(Class<T> row) {
        var parts = row.getRecordComponents();
        this.constructor = canonical(row, parts);
        this.components = java.util.stream.IntStream.range(0, parts.length)
                .mapToObj(i -> new Component(
                        column(parts[i].getName()), new TypeDescriptor(new MethodParameter(constructor, i))))
                .toList();
    }

    public static <T> Rows<T> of(Class<T> row) {
        return new Rows<>(row);
    }

    private static <T> Constructor<T> canonical(Class<T> row, RecordComponent[] parts) {
        try {
            return row.getDeclaredConstructor(
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class[]::new));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String column(String component) {
        return JdbcUtils.convertPropertyNameToUnderscoreName(component);
    }

    /** For the rows of one statement. */
    public RowMapper<T> mapper() {
        var columns = new int[components.size()];
        return (rs, row) -> {
            if (row == 0) {
                find(columns, rs);
            }
            @Nullable Object[] values = new @Nullable Object[columns.length];
            for (int i = 0; i < columns.length; i++) {
                values[i] = components.get(i).read(rs, columns[i]);
            }
            return BeanUtils.instantiateClass(constructor, values);
        };
    }

    private void find(int[] columns, ResultSet rs) throws SQLException {
        var known = known(rs);
        for (int i = 0; i < columns.length; i++) {
            var name = components.get(i).column();
            var found = known.get(name);
            if (found == null) {
                throw new InvalidDataAccessApiUsageException(
                        "The statement for " + constructor.getDeclaringClass().getName() + " has no column " + name);
            }
            columns[i] = found;
        }
    }

    private static Map<String, Integer> known(ResultSet rs) throws SQLException {
        var names = new HashMap<String, Integer>();
        var columns = rs.getMetaData();
        for (int i = columns.getColumnCount(); i > 0; i--) {
            names.put(columns.getColumnLabel(i).toLowerCase(Locale.ROOT), i);
        }
        return names;
    }
}
