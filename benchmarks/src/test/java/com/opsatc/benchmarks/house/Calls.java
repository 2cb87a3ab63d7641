package com.opsatc.benchmarks.house;

import static com.tngtech.archunit.lang.conditions.ArchConditions.callCodeUnitWhere;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Calls that make a result depend on the machine, the moment or chance. */
final class Calls {
    private static final Set<String> RANDOM = Set.of(
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.util.concurrent.ThreadLocalRandom",
            "java.util.random.RandomGenerator");

    private Calls() {}

    static ArchCondition<JavaClass> readTheClock() {
        return call("read the clock", target -> {
            String owner = target.getOwner().getName();
            boolean now = owner.startsWith("java.time.") && target.getName().equals("now");
            boolean system = owner.equals("java.time.Clock") && target.getName().startsWith("system");
            boolean millis =
                    owner.equals("java.lang.System") && target.getName().equals("currentTimeMillis");
            boolean date = owner.equals("java.util.Date") && parameters(target).isEmpty() && isConstructor(target);
            return now || system || millis || date;
        });
    }

    static ArchCondition<JavaClass> drawAtRandom() {
        return call("draw at random", target -> {
            String owner = target.getOwner().getName();
            boolean uuid = owner.equals("java.util.UUID") && target.getName().equals("randomUUID");
            boolean math = owner.endsWith("java.lang.Math") && target.getName().equals("random");
            boolean shuffle = owner.equals("java.util.Collections")
                    && target.getName().equals("shuffle")
                    && parameters(target).size() == 1;
            // A generator that was handed in is fine: whoever made it answers for it.
            boolean made = RANDOM.contains(owner)
                    && (isConstructor(target)
                            || Set.of("current", "of", "getDefault").contains(target.getName()));
            return uuid || math || shuffle || made;
        });
    }

    static ArchCondition<JavaClass> drawSecrets() {
        return call(
                "draw secrets",
                target -> Set.of("java.security.SecureRandom", "com.google.crypto.tink.subtle.Random")
                        .contains(target.getOwner().getName()));
    }

    static ArchCondition<JavaClass> readTheEnvironment() {
        return call(
                "read the environment",
                target -> target.getOwner().getName().equals("java.lang.System")
                        && Set.of("getenv", "getProperty", "getProperties").contains(target.getName()));
    }

    /** Text and time in the machine's language, zone or character set. */
    static ArchCondition<JavaClass> useMachineDefaults() {
        return call("use the machine's language, zone or character set", target -> {
            String owner = target.getOwner().getName();
            List<String> parameters = parameters(target);
            boolean string = owner.equals("java.lang.String");
            boolean cased =
                    string && Set.of("toLowerCase", "toUpperCase").contains(target.getName()) && parameters.isEmpty();
            boolean formatted = string
                    && (target.getName().equals("formatted")
                            || target.getName().equals("format") && !parameters.contains("java.util.Locale"));
            boolean encoded = string && target.getName().equals("getBytes") && parameters.isEmpty();
            boolean decoded = string && isConstructor(target) && parameters.equals(List.of("[B"));
            boolean locale =
                    owner.equals("java.util.Locale") && target.getName().equals("getDefault");
            boolean zone = owner.equals("java.time.ZoneId") && target.getName().equals("systemDefault");
            return cased || formatted || encoded || decoded || locale || zone;
        });
    }

    private static boolean isConstructor(CodeUnitCallTarget target) {
        return target.getName().equals("<init>");
    }

    static List<String> parameters(CodeUnitCallTarget target) {
        return target.getRawParameterTypes().stream().map(JavaClass::getName).toList();
    }

    static ArchCondition<JavaClass> call(String description, Predicate<CodeUnitCallTarget> predicate) {
        return callCodeUnitWhere(new DescribedPredicate<JavaCall<?>>(description) {
                    @Override
                    public boolean test(JavaCall<?> call) {
                        return predicate.test(call.getTarget());
                    }
                })
                .as(description);
    }
}
