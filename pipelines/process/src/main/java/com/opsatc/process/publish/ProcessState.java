package com.opsatc.process.publish;

import com.opsatc.connector.Connector;
import com.opsatc.process.publish.CanonicalStage.CanonicalSource;
import com.opsatc.process.publish.LogStage.MinedSource;

/** A source of the run with all that was made of it before figures are computed. */
record ProcessState(AdmittedSource admitted, CanonicalSource canonical, MinedSource mined) {
    Connector connector() {
        return canonical.source().connector();
    }
}
