package org.interurban.platform.enquiries;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.util.Map;
import java.util.Optional;
import org.interurban.platform.accounts.HoldsPeople;
import org.interurban.platform.authority.Person;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.taxonomy.RestsOnTopics;
import org.interurban.platform.taxonomy.TopicColumn;
import org.interurban.platform.web.WaitingTasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What else the house asks of enquiries: what waits for an answer, what is forgotten, whom and which topics they name. */
@Configuration
class EnquirySetup {

    @Bean
    RecurringTask<Void> forgetEnquiries(AskToComeIn ask) {
        return Tasks.recurring("forget-unconfirmed-enquiries", FixedDelay.ofHours(1))
                .execute((instance, context) -> ask.forget());
    }

    @Bean
    HoldsPeople writersOfEnquiries(Enquiries enquiries) {
        return enquiries::forget;
    }

    @Bean
    RestsOnTopics linesOfEnquiries(JdbcClient sql) {
        return new TopicColumn(sql, "enquiry_line", "enquiries.on-topic");
    }

    @Bean
    WaitingTasks waitingEnquiries() {
        return EnquirySetup::waiting;
    }

    private static Optional<WaitingTasks.Part> waiting(Person person) {
        return person.may(EnquiryPermission.ENQUIRIES, Scope.NETWORK)
                ? Optional.of(new WaitingTasks.Part("""
                    select 'enquiries.task', '/enquiries/' || code, city, writer || ', ' || post, null::date, 1
                      from enquiry where state = 'waiting'
                    """, Map.of()))
                : Optional.empty();
    }
}
