package com.opsatc.process.publish;

import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.json.ContractSchemas;
import com.opsatc.contract.json.SchemaFile;
import com.opsatc.contract.run.ProgressSink;
import com.opsatc.tenancy.run.Head;
import com.opsatc.tenancy.run.Heads;
import com.opsatc.tenancy.run.NewHead;
import com.opsatc.tenancy.run.Published;
import com.opsatc.tenancy.scope.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The last step of a run: write and sign the manifest, then insert the head, which is the only commit.
 *
 * <p>Before the head, nothing a reader sees has changed; after it, everything has. A run that dies in between did not
 * happen.
 */
public final class Publication {
    static final String MANIFEST = "manifest.json";
    private static final String TOPIC = "head-published";

    /** Manifest, signature, head. */
    private static final int STEPS = 3;

    private Publication() {}

    public static Head publish(
            TenantScope scope,
            DocumentFolder folder,
            RunManifest manifest,
            long previousSequence,
            NewHead.Kind kind,
            long epoch,
            Instant now,
            ProgressSink progress) {
        byte[] bytes = CanonicalJson.write(manifest);
        ContractSchemas.validate(SchemaFile.MANIFEST, bytes);
        String path = folder.path(MANIFEST);
        progress.progress(Stages.PUBLISH, 0, STEPS, 0);
        scope.store().write(path, bytes);
        progress.progress(Stages.PUBLISH, 1, STEPS, 0);
        scope.store().write(path + Published.SIGNATURE_SUFFIX, scope.signer().sign(bytes));
        progress.progress(Stages.PUBLISH, 2, STEPS, 0);
        Head head = Heads.publish(
                scope,
                new NewHead(
                        previousSequence,
                        manifest.runId(),
                        manifest.attemptId(),
                        path,
                        Sha256.of(bytes),
                        epoch,
                        now,
                        kind,
                        List.of(new NewHead.Message(TOPIC, payload(manifest)))));
        progress.progress(Stages.PUBLISH, STEPS, STEPS, 0);
        return head;
    }

    private static String payload(RunManifest manifest) {
        Map<String, String> payload = new TreeMap<>();
        payload.put("tenant", manifest.tenant().value());
        payload.put("run_id", manifest.runId());
        payload.put("logical_date", manifest.logicalDate().toString());
        return new String(CanonicalJson.write(payload), java.nio.charset.StandardCharsets.UTF_8);
    }
}
