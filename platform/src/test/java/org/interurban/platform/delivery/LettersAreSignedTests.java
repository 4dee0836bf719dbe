package org.interurban.platform.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who reads a letter reads who writes and for which network. */
class LettersAreSignedTests {

    /** By the class that writes them, why letters say it otherwise. */
    private static final Map<String, String> OTHERWISE = Map.of(
            "AskForLink", "the reader has just asked for it on a page of the network",
            "Passkeys", "the platform tells people of their own account",
            "CityAccounts", "the platform tells people of their own account, by the network's name",
            "KeepSettings", "a letter to oneself that tries the server",
            "EnquiryLetters", "the words of each letter end with name and network",
            "InviteContacts", "Letters signs",
            "AskCities", "LetterWords signs",
            "Mail", "a letter as it was, by another writer");

    @Test
    void byWhoeverWritesForItsNetwork() throws IOException {
        var unsigned = new TreeSet<String>();
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (var source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                var text = Files.readString(source);
                if ((text.contains("new Mail.Message(") || text.contains(" new Message("))
                        && !text.contains("signature.in(")
                        && !text.contains("notices.letter(")) {
                    unsigned.add(source.getFileName().toString().replace(".java", ""));
                }
            }
        }

        assertThat(unsigned).isEqualTo(new TreeSet<>(OTHERWISE.keySet()));
    }
}
