package com.opsatc.tenancy.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.key.Region;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.spi.JdbiPlugin;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.TemplateEngine;

/**
 * How values of ours stand in statements and rows: instants and dates as they are, whatever the machine's zone (the database keeps
 * microseconds); digests and names as text; maps as JSON, where the statement says {@code CAST(:name AS jsonb)}.
 */
final class SqlValues implements JdbiPlugin {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void customizeJdbi(Jdbi jdbi) {
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
        jdbi.registerArgument(SqlValues::argument);
        jdbi.registerColumnMapper(Instant.class, (row, column, context) -> instant(row, column));
        jdbi.registerColumnMapper(LocalDate.class, (row, column, context) -> row.getObject(column, LocalDate.class));
        jdbi.registerColumnMapper(Sha256.class, text(Sha256::new));
        jdbi.registerColumnMapper(TenantId.class, text(TenantId::new));
        jdbi.registerColumnMapper(Region.class, text(Region::new));
        jdbi.registerColumnMapper(ZoneId.class, text(ZoneId::of));
        jdbi.registerColumnMapper(SqlValues::map);
    }

    private static Optional<Argument> argument(Type type, Object value, ConfigRegistry config) {
        if (value instanceof Instant instant) {
            return Optional.of(
                    (position, statement, context) -> statement.setObject(position, instant.atOffset(ZoneOffset.UTC)));
        }

        if (value instanceof LocalDate date) {
            return Optional.of((position, statement, context) -> statement.setObject(position, date));
        }

        if (value instanceof Map) {
            return Optional.of((position, statement, context) -> statement.setString(position, json(value)));
        }

        boolean text = value instanceof Sha256 || value instanceof TenantId || value instanceof ZoneId;
        return text
                ? Optional.of((position, statement, context) -> statement.setString(position, value.toString()))
                : Optional.empty();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static <T> ColumnMapper<T> text(Function<String, T> read) {
        return (row, column, context) -> {
            String text = row.getString(column);
            return text == null ? null : read.apply(text);
        };
    }

    private static Optional<ColumnMapper<?>> map(Type type, ConfigRegistry config) {
        return type instanceof ParameterizedType map && map.getRawType() == SortedMap.class
                ? Optional.of((row, column, context) -> read(row.getString(column), type))
                : Optional.empty();
    }

    private static Object read(String json, Type type) {
        try {
            return JSON.readValue(json, JSON.constructType(type));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A map in the platform database is not one of " + type.getTypeName(), e);
        }
    }

    private static String json(Object map) {
        try {
            return JSON.writeValueAsString(map);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A map cannot be written as JSON", e);
        }
    }
}
