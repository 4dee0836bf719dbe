package org.interurban.platform.sources;

import java.util.Map;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.Rights;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides which of the readings of a question the records follow, and why. */
@Service
class ChooseReading {

    sealed interface Outcome {
        record Chosen() implements Outcome {}

        /** Someone else decided since the page was opened. */
        record Overtaken(Questions.Question now) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    private final Questions questions;
    private final JdbcClient sql;
    private final Rights rights;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<Aspect> aspects;

    ChooseReading(
            Questions questions,
            JdbcClient sql,
            Rights rights,
            Audit audit,
            ApplicationEventPublisher events,
            ObjectProvider<Aspect> aspects) {
        this.questions = questions;
        this.sql = sql;
        this.rights = rights;
        this.audit = audit;
        this.events = events;
        this.aspects = aspects;
    }

    /** @param version the question's version that the person saw */
    @Transactional
    Outcome choose(String code, String letter, String reason, int version) {
        rights.require(SourcePermission.READINGS_CHOOSE);
        var found = questions.find(code);
        if (found.isEmpty()
                || found.get().readings().stream()
                        .noneMatch(reading -> reading.letter().equals(letter))) {
            return new Outcome.Unknown();
        }
        var question = found.get();
        if (sql.sql("update question set version = version + 1 where code = ? and version = ?")
                        .params(code, version)
                        .update()
                == 0) {
            return new Outcome.Overtaken(questions.find(code).orElse(question));
        }
        sql.sql("""
            update reading set chosen = false
             where chosen and question = (select id from question where code = ?)
            """).param(code).update();
        sql.sql("""
            update reading set chosen = true, reason = :reason
             where letter = :letter and question = (select id from question where code = :code)
            """)
                .param("reason", reason)
                .param("letter", letter)
                .param("code", code)
                .update();
        audit.record(
                "sources.chosen",
                new Audit.Subject("question", code),
                Map.of("reading", letter, "before", String.valueOf(question.chosenLetter()), "reason", reason));
        var value = question.readings().stream()
                .filter(reading -> reading.letter().equals(letter))
                .map(Sources.Reading::value)
                .findFirst()
                .orElse(null);
        for (var record : question.records()) {
            var chosen = new ReadingChosen(code, record.kind(), record.code(), question.aspect(), letter, value);
            if (value != null) {
                aspects.stream().filter(aspect -> aspect.isOf(chosen)).forEach(aspect -> aspect.follow()
                        .write(record.code(), value, chosen));
            }
            events.publishEvent(chosen);
        }
        return new Outcome.Chosen();
    }
}
