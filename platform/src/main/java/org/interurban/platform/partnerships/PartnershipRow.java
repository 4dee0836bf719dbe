package org.interurban.platform.partnerships;

import static org.interurban.platform.web.Typed.text;
import static org.interurban.platform.web.Typed.textOrNull;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.programmes.Programmes;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.web.ByLine;
import org.interurban.platform.web.Chosen;
import org.interurban.platform.web.Worded;
import org.interurban.platform.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * A partnership as a row of a sheet says it, which names its members too.
 *
 * @param name as its members are called where a new one has none
 * @param members one on a line, in the order of their sides
 */
record PartnershipRow(
        @Nullable String programme,
        @Worded(max = Partnership.NAME_LENGTH) Words name,

        @ByLine(max = MEMBER_LENGTH) @Nullable String members,

        @Nullable String topic,

        @Size(max = 200, message = "{partnerships.error.too-long}") @Nullable
        String coordinator,

        @Chosen(value = PartnershipStatus.class, words = "partnerships.status", message = "{partnerships.error.status}")
        @Nullable
        String status,

        @Nullable Boolean published,
        @Nullable Integer version) {

    static final int MEMBER_LENGTH = 300;

    PartnershipRow {
        name = Objects.requireNonNullElse(name, Words.NONE);
    }

    static PartnershipRow of(Partnership partnership, List<Directory.Entry> members) {
        return new PartnershipRow(
                partnership.programmeCode(),
                Words.of(partnership.name()),
                members.stream().map(Directory.Entry::named).collect(Collectors.joining("\n")),
                partnership.topic(),
                partnership.coordinator(),
                partnership.status().code(),
                partnership.published(),
                partnership.version());
    }

    static PartnershipRow blank() {
        return new PartnershipRow(null, Words.NONE, null, null, null, PartnershipStatus.ACTIVE.code(), null, 0);
    }

    /** @param programme in which it lies, and whose publicity a new one has where the row says nothing */
    Partnership added(String code, Programmes.Brief programme, List<Directory.Entry> bodies) {
        return new Partnership(
                PartnershipId.next(),
                code,
                programme.id(),
                programme.code(),
                Objects.requireNonNullElseGet(
                        name.text(null),
                        () -> LocalizedText.of(
                                bodies.stream().map(Directory.Entry::name).collect(Collectors.joining(" – ")))),
                textOrNull(topic),
                null,
                textOrNull(coordinator),
                Coded.of(PartnershipStatus.class, text(status)),
                published == null ? programme.published() : published,
                0);
    }

    Partnership changed(Partnership before) {
        return new Partnership(
                before.id(),
                before.code(),
                before.programme(),
                before.programmeCode(),
                Objects.requireNonNullElse(name.text(before.name()), before.name()),
                textOrNull(topic),
                before.line(),
                textOrNull(coordinator),
                Coded.of(PartnershipStatus.class, text(status)),
                Boolean.TRUE.equals(published),
                version == null ? -1 : version);
    }
}
