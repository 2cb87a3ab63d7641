package com.opsatc.boundary.audit.witness;

import com.opsatc.boundary.audit.note.NoteSignature;
import com.opsatc.boundary.audit.note.SignedNote;
import com.opsatc.boundary.audit.note.VerifierKey;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Asks one witness over HTTP. Follows no redirection; what it answers is checked by its key and by nothing else. */
public final class WitnessClient {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final VerifierKey witness;
    private final String url;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** @param url prefix of its questions */
    public WitnessClient(VerifierKey witness, String url) {
        this.witness = witness;
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /**
     * The last checkpoint of a log that the witness cosigned, with its cosignature; empty when it cosigned none.
     *
     * @throws PipelineException when it cannot be reached, or answers what it did not sign
     */
    public Optional<SignedNote> latest(String origin) {
        HttpResponse<byte[]> answer = ask(HttpRequest.newBuilder(at("/" + WitnessState.hash(origin) + "/checkpoint"))
                .GET());
        if (answer.statusCode() == 404) {
            return Optional.empty();
        }
        if (answer.statusCode() != 200) {
            throw refused(answer);
        }

        SignedNote note = SignedNote.parse(answer.body());
        note.verified(List.of(witness));
        return Optional.of(note);
    }

    /**
     * The witness's cosignature of a checkpoint.
     *
     * @throws PipelineException when it cannot be reached, or refuses
     */
    public NoteSignature add(AddCheckpoint request) {
        HttpResponse<byte[]> answer =
                ask(HttpRequest.newBuilder(at("/add-checkpoint")).POST(BodyPublishers.ofByteArray(request.bytes())));
        if (answer.statusCode() != 200) {
            throw refused(answer);
        }

        List<NoteSignature> signatures = SignedNote.signatures(new String(answer.body(), StandardCharsets.UTF_8));
        for (NoteSignature signature : signatures) {
            SignedNote cosigned = new SignedNote(request.note().text(), List.of(signature));
            if (signature.name().equals(witness.name())) {
                cosigned.verified(List.of(witness));
                return signature;
            }
        }
        throw failed("it answered with no cosignature of its own", null);
    }

    private HttpResponse<byte[]> ask(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw failed(
                    "it does not answer at " + url + " (" + e.getClass().getSimpleName()
                            + "); start it with opsatc witness, or correct its address in conf/audit-policy of the home",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PipelineException(ErrorCode.INTERRUPTED, "Interrupted while a witness was asked", e);
        }
    }

    private PipelineException refused(HttpResponse<byte[]> answer) {
        return failed(
                switch (answer.statusCode()) {
                    case 403 -> "it does not accept the signature of this log: its key is another than it was";
                    case 404 -> "it does not know this log; tell it the log's key, which opsatc audit key shows";
                    case 409 -> "it has cosigned another checkpoint meanwhile; try again";
                    case 422 -> "the log does not begin with what it cosigned before";
                    default -> "it answered with status " + answer.statusCode();
                },
                null);
    }

    private PipelineException failed(String why, Exception cause) {
        return new PipelineException(
                ErrorCode.POLICY_REFUSED,
                "Cannot have the audit log witnessed by " + witness.name() + ": " + why,
                cause);
    }

    private URI at(String path) {
        try {
            return URI.create(url + path);
        } catch (IllegalArgumentException e) {
            throw failed("its address is no URL", e);
        }
    }
}
