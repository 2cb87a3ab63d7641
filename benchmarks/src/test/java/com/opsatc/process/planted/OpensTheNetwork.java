package com.opsatc.process.planted;

import java.net.http.HttpClient;

/** Breaks the rule that only registered classes open the network. */
class OpensTheNetwork {
    HttpClient open() {
        return HttpClient.newHttpClient();
    }
}
