package org.interurban.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever changes a record that has a version raises it, so that a form opened before does not take the change back. */
class RaisedVersionsTests {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern VERSIONED = Pattern.compile("create trigger raise_version before update on (\\w+)");
    private static final Pattern UPDATE = Pattern.compile("\\bupdate (\\w+)(?: \\w+)?\\s+set\\b");

    /** Statements that raise none, each with its reason. */
    private static final Set<String> WITHOUT = Set.of(
            // a person's version rises by a trigger, whatever changes it
            "ContactBook person",
            "ContactSheet person",
            "ErasePerson person",
            "MergePeople person",
            // so do all versions in an import
            "ActivityTable activity",
            "PersonTable post",
            "ProgrammeTable programme",
            "TopicTable topic",
            // raised by the same deed in a statement of its own, or just made
            "ContactSheet post",
            "InterestSheet profile_line",
            "MergeOrganisations organisation",
            "Origins partnership",
            "ProgrammeParts programme",
            "Programmes programme",
            // the order of a list, or what no form shows
            "Groups programme_group",
            "Organisations organisation",
            "KindsOfActivity activity_kind",
            "PlanTemplates plan_template_step",
            "Rounds pairing_round",
            "ThisNetwork network_settings",
            "TopicEntries topic");

    @Test
    void whateverChangesARecordWithAVersionRaisesItOrSaysWhyNot() throws IOException {
        var versioned = versioned();
        var found = new TreeSet<String>();
        JavaSources.wholeTexts().forEach(text -> UPDATE.matcher(text.value())
                .results()
                .map(match -> match.group(1))
                .filter(table -> versioned.contains(table) && !text.value().contains("version"))
                .forEach(
                        table -> found.add(text.unit().path().replaceFirst("^.*/(\\w+)\\.java$", "$1") + " " + table)));

        assertThat(versioned).contains("organisation", "person", "programme");
        assertThat(found).isSubsetOf(WITHOUT);
    }

    private static Set<String> versioned() throws IOException {
        try (var files = Files.list(MIGRATIONS)) {
            return files.flatMap(file -> VERSIONED.matcher(read(file)).results())
                    .map(match -> match.group(1))
                    .collect(Collectors.toSet());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
