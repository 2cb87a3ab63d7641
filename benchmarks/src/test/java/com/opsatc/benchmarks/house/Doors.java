package com.opsatc.benchmarks.house;

import com.opsatc.tenancy.OnlyFor;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The declarations that {@link OnlyFor} opens to named packages, and who goes through them, by call or by reference. */
final class Doors {
    private Doors() {}

    /** Goes through no door that is not open to its package. */
    static ArchCondition<JavaClass> goOnlyThroughThoseOpenToThem() {
        return new ArchCondition<>("go only through the doors that are open to them") {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                for (JavaAccess<?> access : from.getAccessesFromSelf()) {
                    door(access)
                            .filter(door -> !from.getPackageName().equals(owner(door))
                                    && !openTo(door).contains(from.getPackageName()))
                            .ifPresent(
                                    door -> events.add(SimpleConditionEvent.violated(from, access.getDescription())));
                }
            }
        };
    }

    /** Every door with each package that it names. */
    static SortedSet<String> named(JavaClasses house) {
        SortedSet<String> named = new TreeSet<>();
        house.stream()
                .flatMap(each -> each.getCodeUnits().stream())
                .filter(unit -> unit.isAnnotatedWith(OnlyFor.class))
                .forEach(door -> openTo(door).forEach(guest -> named.add(door.getFullName() + " for " + guest)));
        return named;
    }

    /** Every door with each package other than its own that goes through it. */
    static SortedSet<String> used(JavaClasses house) {
        SortedSet<String> used = new TreeSet<>();
        for (JavaClass from : house) {
            for (JavaAccess<?> access : from.getAccessesFromSelf()) {
                door(access)
                        .filter(door -> !from.getPackageName().equals(owner(door)))
                        .ifPresent(door -> used.add(door.getFullName() + " for " + from.getPackageName()));
            }
        }

        return used;
    }

    private static Optional<JavaCodeUnit> door(JavaAccess<?> access) {
        return access.getTarget()
                .resolveMember()
                .filter(JavaCodeUnit.class::isInstance)
                .map(JavaCodeUnit.class::cast)
                .filter(unit -> unit.isAnnotatedWith(OnlyFor.class));
    }

    private static List<String> openTo(JavaCodeUnit door) {
        return List.of(door.getAnnotationOfType(OnlyFor.class).value());
    }

    private static String owner(JavaCodeUnit door) {
        return door.getOwner().getPackageName();
    }
}
