package com.opsatc.jobs.cli.slice;

import static java.util.Objects.requireNonNull;

import com.opsatc.advisory.AskedRun;
import com.opsatc.advisory.Asker;
import com.opsatc.advisory.Slices;
import com.opsatc.advisory.StoredDocuments;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.tenancy.run.Published;
import java.util.Optional;

/** Slices for the service, from the documents in the tenants' encrypted stores; a look at them counts as one of the command line does. */
public final class StoredSlices implements Slices {
    private final StoredDocuments documents;
    private final SliceLog log;

    public StoredSlices(StoredDocuments documents, SliceLog log) {
        this.documents = requireNonNull(documents, "documents");
        this.log = requireNonNull(log, "log");
    }

    @Override
    public Sliced slice(Asker asker, AskedRun run, String kpi, String where) {
        try {
            SliceWhere chosen = SliceWhere.parse(where);
            Optional<Sliced> answer =
                    documents.published(asker, run, "slice", published -> answer(published, kpi, chosen));
            return answer.orElse(Sliced.NONE);
        } catch (SliceSyntaxException e) {
            return Sliced.UNREADABLE;
        }
    }

    private Sliced answer(Published published, String kpi, SliceWhere where) {
        try {
            return Sliced.of(CanonicalJson.write(SliceAnswer.of(published, kpi, where, log)));
        } catch (PipelineException e) {
            if (e.code() == ErrorCode.POLICY_REFUSED) {
                return Sliced.TOO_SMALL;
            }
            if (e.code() == ErrorCode.NOT_FOUND) {
                return Sliced.NONE;
            }
            throw e;
        }
    }
}
