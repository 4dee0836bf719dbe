package org.interurban.platform.delivery;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import org.interurban.platform.shared.Identifier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Puts work off until the transaction that asks for it has succeeded, and has it begin at once then. */
@Component
class Queue {

    /** The scheduler is made of the tasks, which hand over further work: so it is looked up when needed. */
    private final ObjectProvider<Scheduler> scheduler;

    private final Clock clock;

    Queue(ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(TaskDescriptor<Void> task, Identifier id) {
        var known = scheduler.getObject();
        known.schedule(task.instance(id.value().toString()).scheduledTo(clock.instant()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known.triggerCheckForDueExecutions();
            }
        });
    }
}
