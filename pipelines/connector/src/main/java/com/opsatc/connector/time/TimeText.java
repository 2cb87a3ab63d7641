package com.opsatc.connector.time;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * What a text says of a time, before it is placed in a zone.
 *
 * @param date null when there is none
 * @param time null when there is none
 * @param zone an offset or a region; null when the text names none
 */
public record TimeText(LocalDate date, LocalTime time, ZoneId zone) {}
