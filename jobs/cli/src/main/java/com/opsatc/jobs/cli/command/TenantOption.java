package com.opsatc.jobs.cli.command;

import com.opsatc.contract.id.TenantId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option {@code --tenant NAME} of a verb that looks at one tenant. */
public final class TenantOption {
    @Option(
            names = "--tenant",
            required = true,
            paramLabel = "NAME",
            converter = Converter.class,
            description = "Which tenant.")
    private TenantId tenant;

    public TenantId tenant() {
        return tenant;
    }

    /** Parses a tenant's name; what is wrong with an illegal one is said without repeating it. */
    public static final class Converter implements ITypeConverter<TenantId> {
        @Override
        public TenantId convert(String text) {
            try {
                return new TenantId(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
