package org.interurban.platform.delivery;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.interurban.platform.authority.CommonPermission;
import org.interurban.platform.authority.Open;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.web.InMenu;
import org.interurban.platform.web.Labels;
import org.interurban.platform.web.ListForm;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.ListSql;
import org.interurban.platform.web.Listing;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.Once;
import org.interurban.platform.web.Refusal;
import org.interurban.platform.web.Sheet;
import org.interurban.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was written to people and what became of it. Everybody may read it in a demo, where no mail leaves. */
@Controller
@Open
class OutboxPages {

    private static final ListSql<Line> LIST = ListSql.of(
                    "select id, recipient, subject, state, attempts, written_at, sent_at from mail_message", Line.class)
            .search("recipient || ' ' || subject")
            .filter("state", "state = :state")
            .sort("recipient", "lower(recipient)")
            .sort("subject", "lower(subject)")
            .sort("state", "state")
            .sort("written", "written_at")
            .usually("written_at desc, id desc");

    private static final Sheet<Line> SHEET =
            Sheet.of("outbox", Line.class).only("written_at recipient subject state sent_at");

    private final JdbcClient sql;
    private final Rights rights;
    private final Mail mail;
    private final boolean demo;

    OutboxPages(JdbcClient sql, Rights rights, Mail mail, Environment environment) {
        this.sql = sql;
        this.rights = rights;
        this.mail = mail;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    record Line(
            LetterId id,
            String recipient,
            String subject,
            String state,
            int attempts,
            OffsetDateTime writtenAt,
            @Nullable OffsetDateTime sentAt) {}

    record Letter(
            LetterId id,
            String recipient,
            String subject,
            @Nullable String body,
            boolean secret,
            String state,
            int attempts,
            @Nullable String problem,
            OffsetDateTime writtenAt,
            @Nullable OffsetDateTime sentAt) {

        public List<String> lines() {
            return body == null ? List.of() : body.lines().toList();
        }

        public boolean canGoAgain() {
            return state.equals("kept") || state.equals("failed");
        }
    }

    private static final List<String> STATES = List.of("kept", "queued", "sent", "failed");

    @Bean
    Listing<Line> outboxListing(Labels labels) {
        return Listing.of(SHEET, LIST.terms(), this::lines)
                .at("/outbox")
                .forThose(DeliveryPermission.OUTBOX)
                .asking(ListForm.searching("layout.search")
                        .choice("state", "delivery.state")
                        .among((nothing, locale) -> Map.of("state", labels.of("delivery.state", STATES, locale))));
    }

    @InMenu(atWork = true, place = 200, words = "delivery.outbox", section = "outbox", holding = "OUTBOX")
    @GetMapping("/outbox")
    String list(ListQuery query, Model model) {
        model.addAttribute("slice", lines(query));
        model.addAttribute("server", mail.hasServer());
        return "delivery/outbox";
    }

    @GetMapping("/outbox/{id}")
    String show(@PathVariable LetterId id, Model model) {
        requireRight();
        var letter = sql.sql("""
            select id, recipient, subject, body, secret, state, attempts, problem, written_at, sent_at
              from mail_message where id = :id
            """)
                .param("id", id)
                .query(Letter.class)
                .optional()
                .orElseThrow(() -> new NotFound("There is no such message; old ones are deleted after half a year."));
        model.addAttribute("letter", letter);
        model.addAttribute("server", mail.hasServer());
        model.addAttribute("readable", !letter.secret() || mayReadKeys());
        return "delivery/letter";
    }

    @Once
    @PostMapping("/outbox/{id}/send")
    @Requires(value = "OUTBOX", network = true)
    ModelAndView send(@PathVariable LetterId id, RedirectAttributes notices) {
        var queued = mail.sendAgain(id);
        notices.addFlashAttribute("notice", queued ? "delivery.queued-again" : "delivery.not-queued");
        return queued ? new ModelAndView("redirect:/outbox/" + id) : new Refusal("/outbox/" + id);
    }

    /** Who reads a key could sign in as somebody else: only where no server carries it to its owner must a person do so. */
    private boolean mayReadKeys() {
        return demo || (!mail.hasServer() && rights.may(CommonPermission.ADMINISTRATION));
    }

    private void requireRight() {
        if (!demo) {
            rights.require(DeliveryPermission.OUTBOX);
        }
    }

    private Slice<Line> lines(ListQuery query) {
        requireRight();
        return LIST.run(sql, query);
    }
}
