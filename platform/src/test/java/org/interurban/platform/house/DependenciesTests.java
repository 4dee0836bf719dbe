package org.interurban.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the platform brings along is used: by a class of ours, or at run time in a way that is said here. */
class DependenciesTests {

    /** Used at run time only, by why. Starters hold no classes; what is said to be for run time or tests is not asked. */
    private static final Map<String, String> UNNAMED = Map.of(
            "htmx-spring-boot-thymeleaf", "Spring Boot finds it; it brings the dialect of the workbench's template",
            "springdoc-openapi-starter-webmvc-api",
                    "Spring Boot finds it; it answers at the address of the description",
            "db-scheduler-spring-boot-4-starter", "Spring Boot finds it; it starts the scheduler whose tasks are ours",
            "spring-boot-session-jdbc", "Spring Boot finds it; it keeps sessions in the database",
            "flyway-database-postgresql", "Flyway finds it; migrations need it to know PostgreSQL",
            "jollyday-jaxb", "the calendar of holidays finds it; it reads its files");

    private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>(.*?)</dependency>");
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([^<]+)</artifactId>");
    private static final Pattern NAMES_IN_DESCRIPTORS = Pattern.compile("L([\\w$/]+)[;<]");

    @Test
    void everyDependencyIsNamedByAClassOrHasAReason() throws IOException {
        var named = namesIn(Path.of("target/classes"));
        var unused = new TreeSet<String>();
        for (var artifact : declared()) {
            var jar = jar(artifact);
            if (jar.isPresent() && !holdsOneOf(jar.get(), named)) {
                unused.add(artifact);
            }
        }

        assertThat(named).contains("org/springframework/jdbc/core/simple/JdbcClient");
        assertThat(unused).isEqualTo(new TreeSet<>(found(UNNAMED.keySet())));
    }

    /** Those whose jar is there: beside the sources the modules of this build are folders. */
    private static Set<String> found(Set<String> artifacts) {
        return artifacts.stream().filter(artifact -> jar(artifact).isPresent()).collect(Collectors.toSet());
    }

    private static List<String> declared() throws IOException {
        var pom = Files.readString(Path.of("pom.xml"));
        return DEPENDENCY
                .matcher(pom.replaceAll("(?s)<exclusions>.*?</exclusions>", ""))
                .results()
                .map(dependency -> dependency.group(1))
                .filter(dependency -> !dependency.contains("<scope>"))
                .map(dependency -> ARTIFACT.matcher(dependency)
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group(1))
                .toList();
    }

    private static Optional<Path> jar(String artifact) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.getFileName().toString().matches(Pattern.quote(artifact) + "-\\d.*\\.jar"))
                .findFirst();
    }

    private static boolean holdsOneOf(Path path, Set<String> names) throws IOException {
        try (var jar = new JarFile(path.toFile())) {
            var classes = jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .map(name -> name.replace(".class", ""))
                    .toList();
            return classes.isEmpty() || classes.stream().anyMatch(names::contains);
        }
    }

    /** Every name with slashes that the classes hold, types and descriptors alike. */
    private static Set<String> namesIn(Path folder) throws IOException {
        var names = new HashSet<String>();
        try (var files = Files.walk(folder)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                for (var entry : ClassFile.of().parse(file).constantPool()) {
                    if (entry instanceof Utf8Entry text) {
                        names.add(text.stringValue());
                        NAMES_IN_DESCRIPTORS
                                .matcher(text.stringValue())
                                .results()
                                .forEach(name -> names.add(name.group(1)));
                    }
                }
            }
        }
        return names;
    }
}
