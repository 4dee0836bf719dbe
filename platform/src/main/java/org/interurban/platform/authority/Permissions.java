package org.interurban.platform.authority;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.util.ClassUtils;

/** The permissions of all modules, found by the names of their enums, since annotations and statements name them without a context. */
final class Permissions {

    private static final String ENUMS = "classpath*:org/interurban/platform/**/*Permission.class";

    static final List<Permission> ALL = brought().toList();

    /** Two modules with one name do not start. */
    static final Map<String, Permission> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Permission::name, Function.identity()));

    private Permissions() {}

    private static Stream<Permission> brought() {
        try {
            var classes = new CachingMetadataReaderFactory();
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(ENUMS))
                    .map(resource -> named(classes, resource))
                    .filter(Permission.class::isAssignableFrom)
                    .filter(Class::isEnum)
                    .flatMap(brought -> Arrays.stream(brought.getEnumConstants()))
                    .map(Permission.class::cast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> named(CachingMetadataReaderFactory classes, Resource resource) {
        try {
            return ClassUtils.resolveClassName(
                    classes.getMetadataReader(resource).getClassMetadata().getClassName(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
