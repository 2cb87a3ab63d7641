package com.opsatc.benchmarks.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** Every package of the house is a slice of its own. */
final class Packages implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
        return javaClass.getPackageName().startsWith(Layers.HOUSE)
                ? SliceIdentifier.of(javaClass.getPackageName())
                : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
        return "packages";
    }
}
