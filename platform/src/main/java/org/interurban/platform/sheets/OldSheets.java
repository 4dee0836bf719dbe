package org.interurban.platform.sheets;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Discards sheets that nobody went on with, because what stands in them is not kept for later. */
@Configuration(proxyBeanMethods = false)
class OldSheets {

    static final Duration KEPT = Duration.ofDays(30);

    @Bean
    RecurringTask<Void> discardOldSheets(SheetImports imports, Clock clock) {
        return Tasks.recurring("discard-old-sheets", FixedDelay.ofHours(24))
                .execute((instance, context) -> imports.leftLyingSince(
                                clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                        .forEach(imports::discarded));
    }
}
