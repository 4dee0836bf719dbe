package org.interurban.platform.programmes;

import static org.interurban.platform.web.Typed.lines;

import java.util.List;
import java.util.Map;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.shared.PartialPeriod;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates programmes, changes them, and copies one into the next. */
@Service
class KeepProgramme {

    sealed interface Outcome {
        record Kept(String code) implements Outcome {}

        record CodeTaken() implements Outcome {}

        /** Somebody else changed it since the form was opened. */
        record Overtaken(Programme now) implements Outcome {}
    }

    private final Programmes programmes;
    private final ProgrammeParts parts;
    private final WhoTakesPart who;
    private final Rights rights;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    KeepProgramme(
            Programmes programmes,
            ProgrammeParts parts,
            WhoTakesPart who,
            Rights rights,
            Audit audit,
            ApplicationEventPublisher events) {
        this.programmes = programmes;
        this.parts = parts;
        this.who = who;
        this.rights = rights;
        this.audit = audit;
        this.events = events;
    }

    @Transactional
    Outcome create(ProgrammeForm form) {
        rights.require(ProgrammePermission.PROGRAMMES_CREATE);
        var programme = form.toProgramme(ProgrammeId.next(), null);
        if (!programmes.insert(programme)) {
            return new Outcome.CodeTaken();
        }
        keepParts(programme, form);
        record("programmes.created", programme, Map.of("name", programme.name().original()));
        announce(false, programme);
        return new Outcome.Kept(programme.code());
    }

    @Transactional
    Outcome change(Programme before, ProgrammeForm form) {
        rights.require(ProgrammePermission.PROGRAMME_EDIT, before.id().scope());
        var programme = form.toProgramme(before.id(), before);
        if (!programmes.update(programme)) {
            return new Outcome.Overtaken(programmes.find(before.code()).orElse(before));
        }
        keepParts(programme, form);
        record("programmes.changed", programme, Map.of("name", programme.name().original()));
        announce(before.published(), programme);
        return new Outcome.Kept(programme.code());
    }

    /** The next programme begins with the bodies, themes and objectives of this one, and with the participants chosen. */
    @Transactional
    Outcome copy(Programme original, String code, String name, List<String> organisations) {
        rights.require(ProgrammePermission.PROGRAMMES_CREATE);
        var copy = new Programme(
                ProgrammeId.next(),
                code,
                new LocalizedText(name, original.name().language(), Map.of()),
                null,
                original.kind(),
                original.parent(),
                PartialPeriod.UNKNOWN,
                PartialPeriod.UNKNOWN,
                original.scope(),
                original.forms(),
                original.description(),
                false,
                0);
        if (!programmes.insert(copy)) {
            return new Outcome.CodeTaken();
        }
        programmes.setPredecessor(copy.id(), original.id());
        parts.copy(original.id(), copy.id());
        who.copy(original.id(), copy.id(), organisations);
        record("programmes.copied", copy, Map.of("from", original.code(), "name", name));
        return new Outcome.Kept(code);
    }

    private void keepParts(Programme programme, ProgrammeForm form) {
        parts.keepBodies(programme.id(), BodyRole.FUNDER, lines(form.funders()));
        parts.keepBodies(programme.id(), BodyRole.MANAGING, lines(form.managing()));
        parts.keepBodies(programme.id(), BodyRole.IMPLEMENTING, lines(form.implementing()));
        parts.keepBodies(programme.id(), BodyRole.SUPPORTING, lines(form.supporting()));
        parts.keepThemes(programme.id(), lines(form.themes()));
        parts.keepObjectives(programme.id(), lines(form.objectives()));
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
