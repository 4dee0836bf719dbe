package org.interurban.platform.database;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Person;
import org.interurban.platform.authority.Rights;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Tells every writing transaction whose it is, for the history of rows. */
@Component
class ActorOfTransaction implements TransactionExecutionListener {

    private final DataSource source;

    ActorOfTransaction(DataSource source) {
        this.source = source;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        var author = author();
        if (failure != null || transaction.isReadOnly() || author == null) {
            return;
        }
        var connection = DataSourceUtils.getConnection(source);
        try (var statement = connection.prepareStatement("select set_config('interurban.actor', ?, true)")) {
            statement.setString(1, author.toString());
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("The author of a change could not be set", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    /** The person whom the request has found already: to look for one here would read the session inside its own transaction. */
    private static @Nullable AccountId author() {
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return Rights.account(); // of a job, which runs in the name of who asked for it
        }
        return request.getAttribute(Rights.class.getName(), RequestAttributes.SCOPE_REQUEST) instanceof Person person
                ? person.account()
                : null;
    }
}
