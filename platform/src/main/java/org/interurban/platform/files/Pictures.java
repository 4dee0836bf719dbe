package org.interurban.platform.files;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Pictures that pages show, each at a place that says whose it is: {@code network/logo}, {@code programmes/CODE/emblem}. */
@Component
public class Pictures {

    private static final int DIGEST_LENGTH = 16;

    private final JdbcClient sql;

    Pictures(JdbcClient sql) {
        this.sql = sql;
    }

    /** In the transaction of the deed that has asked the right to it; takes the place of the one before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(String place, Picture picture) {
        sql.sql("""
            insert into kept_picture (place, type, content, digest) values (:place, :type, :content, :digest)
            on conflict (place) do update set type = excluded.type, content = excluded.content, digest = excluded.digest, at = now()
            """)
                .param("place", place)
                .param("type", picture.type())
                .param("content", picture.content())
                .param("digest", digest(picture))
                .update();
    }

    /** Shows at a place what another shows; nothing where that has none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void copy(String from, String to) {
        sql.sql("""
            insert into kept_picture (place, type, content, digest) select :to, type, content, digest from kept_picture where place = :from
            """).param("from", from).param("to", to).update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(String place) {
        sql.sql("delete from kept_picture where place = ?").param(place).update();
    }

    /** Where browsers find it, at another address as soon as it changes; empty where the place has none. */
    public Optional<String> address(String place) {
        return sql.sql("select digest from kept_picture where place = ?")
                .param(place)
                .query(String.class)
                .optional()
                .map(digest -> "/pictures/" + place + "?v=" + digest);
    }

    Optional<Picture> find(String place) {
        return sql.sql("select type, content from kept_picture where place = ?")
                .param(place)
                .query((rs, row) -> new Picture(rs.getString("type"), rs.getBytes("content")))
                .optional();
    }

    private static String digest(Picture picture) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(picture.type().getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest.digest(picture.content())).substring(0, DIGEST_LENGTH);
        } catch (NoSuchAlgorithmException everyMachineHasIt) {
            throw new IllegalStateException(everyMachineHasIt);
        }
    }
}
