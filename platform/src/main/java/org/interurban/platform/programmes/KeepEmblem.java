package org.interurban.platform.programmes;

import java.util.Map;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.files.Picture;
import org.interurban.platform.files.Pictures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a programme the emblem of whoever pays for it, to stand on its pages and papers, or takes it away. */
@Service
class KeepEmblem {

    private final Programmes programmes;
    private final Pictures pictures;
    private final Rights rights;
    private final Audit audit;

    KeepEmblem(Programmes programmes, Pictures pictures, Rights rights, Audit audit) {
        this.programmes = programmes;
        this.pictures = pictures;
        this.rights = rights;
        this.audit = audit;
    }

    /** @param emblem null takes it away */
    @Transactional
    void keep(Programme programme, @Nullable Picture emblem) {
        rights.require(ProgrammePermission.PROGRAMME_EDIT, programme.id().scope());
        var place = place(programme.code());
        if (emblem == null) {
            pictures.remove(place);
        } else {
            pictures.keep(place, emblem);
        }
        programmes.showEmblem(programme.id(), pictures.address(place).orElse(null));
        audit.record(
                "programmes.emblem-changed",
                new Audit.Subject("programme", programme.code()),
                Map.of("name", programme.name().original()));
    }

    /** Where pictures keep it. */
    static String place(String programme) {
        return "programmes/" + programme + "/emblem";
    }
}
