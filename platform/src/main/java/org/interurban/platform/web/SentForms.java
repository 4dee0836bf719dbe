package org.interurban.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.shared.Identifier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Carries out a form and keeps its number, in one transaction; one that was carried out before leads to what it made. */
@Component
public class SentForms {

    static final String NUMBER = "once";
    static final String UNDONE = SentForms.class.getName() + ".undone";
    static final Duration KEPT = Duration.ofDays(30);

    private static final String REDIRECT = "redirect:";
    private static final int SECONDS_FOR_LONG_WORK = 40;

    private final JdbcClient sql;
    private final PlatformTransactionManager transactions;
    private final Clock clock;
    private final Map<Sent, CompletableFuture<@Nullable Void>> atWork = new ConcurrentHashMap<>();

    SentForms(JdbcClient sql, PlatformTransactionManager transactions, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The number in a form, which is sent with it as often as it is sent. */
    record Number(UUID value) implements Identifier {

        static Number next() {
            return new Number(UUID.randomUUID());
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    private record Sent(AccountId account, Number number, String form) {}

    /** What a handler does. */
    interface Handling<E extends Exception> {
        @Nullable
        Object call() throws E;
    }

    /**
     * Lets a handler work that begins no transaction before it has something to {@link #store}.
     *
     * @return what it answers; where the form leads if it was carried out before, or was while this waited
     */
    @Nullable
    Object oneAfterAnother(HttpServletRequest request, Handling<Exception> handler) throws Exception {
        var sent = sent(request);
        var mine = new CompletableFuture<@Nullable Void>();
        var other = atWork.putIfAbsent(sent, mine);
        try {
            if (other != null) {
                other.copy()
                        .completeOnTimeout(null, SECONDS_FOR_LONG_WORK, TimeUnit.SECONDS)
                        .join();
            }
            var made = made(sent);
            return made.isPresent() ? before(made.get(), request) : handler.call();
        } finally {
            atWork.remove(sent, mine);
            mine.complete(null);
        }
    }

    /**
     * What a handler stores that says {@link Once#whenStored}, in one transaction with the number of its form.
     *
     * @param made the address it leads to
     * @return the address to go to: of what was made, now or before
     */
    public String store(HttpServletRequest request, String made, Runnable storing) {
        var answer = carryOut(request, () -> {
            storing.run();
            return REDIRECT + made;
        });
        return leads(answer).orElseThrow();
    }

    <E extends Exception> @Nullable Object carryOut(HttpServletRequest request, Handling<E> handler) throws E {
        var sent = sent(request);
        var transaction = transactions.getTransaction(TransactionDefinition.withDefaults());
        @Nullable Object answer;
        boolean done;
        try {
            if (isFirst(sent)) {
                answer = handler.call();
                var made = leads(answer);
                made.ifPresent(address -> keep(sent, address));
                done = made.isPresent() && !transaction.isRollbackOnly();
            } else {
                answer = before(made(sent).orElseThrow(), request);
                done = false;
            }
        } catch (Throwable failure) {
            transactions.rollback(transaction);
            request.setAttribute(UNDONE, true);
            throw failure;
        }
        if (done) {
            transactions.commit(transaction);
        } else {
            transactions.rollback(transaction);
        }
        return answer;
    }

    private static Sent sent(HttpServletRequest request) {
        var account = Objects.requireNonNull(Rights.account(), "A form that is carried out once belongs to an account");
        var number = number(request).orElseThrow(() -> new ListQuery.BadQuery("errors.form-number"));
        return new Sent(account, number, request.getRequestURI());
    }

    static Optional<Number> number(HttpServletRequest request) {
        try {
            return Optional.ofNullable(request.getParameter(NUMBER)).map(text -> new Number(UUID.fromString(text)));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    /** Waits where the same form is being carried out at this moment. */
    private boolean isFirst(Sent sent) {
        return sql.sql("insert into form_sent (account, number, form, at) values (?, ?, ?, ?) on conflict do nothing")
                        .params(
                                sent.account(),
                                sent.number(),
                                sent.form(),
                                clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private Optional<String> made(Sent sent) {
        return sql.sql("select made from form_sent where account = ? and number = ? and form = ?")
                .params(sent.account(), sent.number(), sent.form())
                .query(String.class)
                .optional();
    }

    private static ModelAndView before(String made, HttpServletRequest request) {
        var next = RequestContextUtils.getOutputFlashMap(request);
        next.put("notice", "layout.sent-before");
        next.put("noticeKind", "warn");
        return new ModelAndView(REDIRECT + made);
    }

    /** Where the reader is led by a handler that has carried the form out. */
    private static Optional<String> leads(@Nullable Object answer) {
        var view =
                switch (answer) {
                    case Refusal _ -> "";
                    case ModelAndView page when page.getViewName() != null -> page.getViewName();
                    case String name -> name;
                    case null, default -> throw new IllegalStateException("Neither a page nor a redirect: " + answer);
                };
        return view.startsWith(REDIRECT) ? Optional.of(view.substring(REDIRECT.length())) : Optional.empty();
    }

    private void keep(Sent sent, String made) {
        sql.sql("update form_sent set made = ? where account = ? and number = ? and form = ?")
                .params(made, sent.account(), sent.number(), sent.form())
                .update();
    }

    void forgetOld() {
        sql.sql("delete from form_sent where at < ?")
                .param(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }
}
