package org.interurban.platform.authority;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import org.interurban.platform.house.House;
import org.junit.jupiter.api.Test;

class PermissionTests {

    private static final String KEPT = "rights.txt";

    /** So that nobody gets or loses a right unnoticed; whoever means it writes the list anew. */
    @Test
    void everyRoleMayWhatIsKeptBesideThisTest() throws IOException {
        var found = Permission.all().stream()
                .sorted(Comparator.comparing(Permission::name))
                .map(permission -> permission.name() + ": "
                        + Arrays.stream(Role.values())
                                .filter(permission::isHeldBy)
                                .map(Role::name)
                                .collect(joining(", ")))
                .collect(joining("\n", "", "\n"));
        if (House.writes()) {
            Files.writeString(House.kept(KEPT), found);
        }

        assertThat(found).isEqualTo(Files.readString(House.kept(KEPT)));
    }

    @Test
    void everyPermissionThatAModuleBringsIsFoundByTheNameOfItsEnum() throws IOException {
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            var bringing = sources.filter(source -> source.toString().endsWith(".java") && brings(source))
                    .toList();

            assertThat(bringing)
                    .isNotEmpty()
                    .allMatch(source -> source.toString().endsWith("Permission.java"))
                    .hasSameSizeAs(Permission.all().stream()
                            .map(Object::getClass)
                            .distinct()
                            .toList());
        }
    }

    private static boolean brings(Path source) {
        try {
            return Files.readString(source).contains("implements Permission {");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
