package com.opsatc.process.planted;

import java.sql.DriverManager;
import java.sql.SQLException;

/** Breaks the rule that only registered classes open databases. */
class OpensADatabase {
    void connect(String url) throws SQLException {
        DriverManager.getConnection(url).close();
    }
}
