package org.interurban.platform.accounts;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** How often links may be asked for and open forms be sent, counted in the database, so that all nodes count together. */
@Component
public class RateLimits {

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;
    private final SignInLinks links;

    RateLimits(DataSource source, SignInLinks links) {
        this.links = links;
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(source)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("rate_limit")
                .idColumn("id")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build();
    }

    public enum Limit {
        BY_COMPUTER(30, Duration.ofMinutes(10)),
        BY_EMAIL(5, Duration.ofMinutes(15)),

        /** Forms that anybody may fill in without an account. */
        FORM_BY_COMPUTER(20, Duration.ofHours(1)),
        FORM_BY_EMAIL(3, Duration.ofHours(24));

        private final BucketConfiguration configuration;

        Limit(long most, Duration in) {
            this.configuration = BucketConfiguration.builder()
                    .addLimit(limit -> limit.capacity(most).refillGreedy(most, in))
                    .build();
        }
    }

    /** Whom to count as one: an address of IPv4, or the network of IPv6 that one connection is given as a whole. */
    public static String computer(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, Long.BYTES)
                    : address;
        } catch (IllegalArgumentException unreadable) {
            return address;
        }
    }

    /** Counts one more; false where that is too many. The key is kept as a digest: it is somebody's address. */
    public boolean take(Limit limit, String key) {
        return buckets.getProxy(limit + ":" + digest(key), () -> limit.configuration)
                .tryConsume(1);
    }

    @Bean
    RecurringTask<Void> forgetOldSignIns() {
        return Tasks.recurring("forget-old-sign-ins", FixedDelay.ofHours(1)).execute((instance, context) -> {
            buckets.removeExpired(10_000);
            links.removeExpired();
        });
    }

    private static String digest(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
