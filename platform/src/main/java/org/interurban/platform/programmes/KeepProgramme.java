package org.interurban.platform.programmes;

import static org.interurban.platform.web.Typed.text;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.programmes.ProgrammeParts.Part;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.shared.MergedRows;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.SeenRows;
import org.interurban.platform.shared.TypedLines;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates programmes, changes them, and copies one into the next. */
@Service
class KeepProgramme {

    sealed interface Outcome {
        record Kept(String code) implements Outcome {}

        record CodeTaken() implements Outcome {}

        /**
         * Somebody else changed what cannot be brought together with this.
         *
         * @param both the lists as both leave them
         */
        record Overtaken(Programme now, Map<Part, String> both) implements Outcome {}
    }

    private final Programmes programmes;
    private final ProgrammeParts parts;
    private final Groups groups;
    private final WhoTakesPart who;
    private final Rights rights;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    KeepProgramme(
            Programmes programmes,
            ProgrammeParts parts,
            Groups groups,
            WhoTakesPart who,
            Rights rights,
            Audit audit,
            ApplicationEventPublisher events) {
        this.programmes = programmes;
        this.parts = parts;
        this.groups = groups;
        this.who = who;
        this.rights = rights;
        this.audit = audit;
        this.events = events;
    }

    @Transactional
    Outcome create(ProgrammeForm form) {
        rights.require(ProgrammePermission.PROGRAMMES_CREATE);
        var code = text(form.code()).isEmpty() ? programmes.freeCode(form.called()) : text(form.code());
        var programme = form.toProgramme(ProgrammeId.next(), code, null);
        if (!programmes.insert(programme)) {
            return new Outcome.CodeTaken();
        }
        parts.speakInOwn(programme, form);
        parts(programme, form).forEach((part, rows) -> parts.keep(programme.id(), part, rows));
        record("programmes.created", programme, Map.of("name", programme.name().original()));
        announce(false, programme);
        return new Outcome.Kept(programme.code());
    }

    @Transactional
    Outcome change(Programme before, ProgrammeForm form) {
        rights.require(ProgrammePermission.PROGRAMME_EDIT, before.id().scope());
        programmes.alone(before.id());
        var now = programmes.find(before.code()).orElse(before);
        var programme = form.toProgramme(before.id(), before.code(), now);
        var lists = parts(programme, form);
        if (programme.version() != now.version() || lists.values().stream().anyMatch(MergedRows::disputed)) {
            var both = new EnumMap<Part, String>(Part.class);
            lists.forEach((part, rows) -> both.put(part, TypedLines.text(rows)));
            return new Outcome.Overtaken(now, both);
        }
        if (!programme.equals(now)) {
            programmes.update(programme);
        }
        parts.speakInOwn(programme, form);
        lists.forEach((part, rows) -> parts.keep(programme.id(), part, rows));
        record("programmes.changed", programme, Map.of("name", programme.name().original()));
        announce(before.published(), programme);
        return new Outcome.Kept(programme.code());
    }

    /** The next programme begins with the bodies, themes and objectives of this one, and with the participants chosen. */
    @Transactional
    Outcome copy(Programme original, String wanted, String name, List<String> organisations) {
        rights.require(ProgrammePermission.PROGRAMMES_CREATE);
        var code = wanted.isEmpty() ? programmes.freeCode(name) : wanted;
        var copy = new Programme(
                ProgrammeId.next(),
                code,
                new LocalizedText(name, original.name().language(), Map.of()),
                null,
                original.kind(),
                original.parent(),
                original.code(),
                PartialPeriod.UNKNOWN,
                PartialPeriod.UNKNOWN,
                original.scope(),
                original.forms(),
                original.taxonomy(),
                original.description(),
                original.terms().ofFollower(),
                false,
                0);
        if (!programmes.insert(copy)) {
            return new Outcome.CodeTaken();
        }
        parts.copy(original, copy);
        groups.copy(original.id(), copy.id());
        who.copy(original.id(), copy.id(), organisations);
        record("programmes.copied", copy, Map.of("from", original.code(), "name", name));
        return new Outcome.Kept(code);
    }

    private Map<Part, MergedRows<TypedLines.Id, String>> parts(Programme programme, ProgrammeForm form) {
        var lists = new EnumMap<Part, MergedRows<TypedLines.Id, String>>(Part.class);
        var all = parts.rows(programme.id());
        form.lists().forEach((part, typed) -> {
            var stand = all.getOrDefault(part, Map.of());
            lists.put(
                    part,
                    TypedLines.merged(
                            parts.names(part, typed, stand.values(), form.answers()),
                            SeenRows.parse(form.seen().get(part.field())),
                            stand));
        });
        return lists;
    }

    private void announce(boolean wasPublished, Programme programme) {
        if (!wasPublished && programme.published()) {
            record("programmes.published", programme, Map.of());
            events.publishEvent(new ProgrammePublished(programme.id(), programme.code()));
        }
    }

    private void record(String act, Programme programme, Map<String, String> details) {
        audit.record(act, new Audit.Subject("programme", programme.code()), details);
    }
}
