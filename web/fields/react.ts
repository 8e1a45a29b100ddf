import { createContext, createElement, Fragment } from 'preact';
import { useCallback, useContext, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';

/**
 * What react-hook-form takes from `react`: hooks, and nothing of React's events or classes. Standing in for it here saves
 * the page all of preact/compat. A library that needs more fails at once and by name.
 */
export default {
  createContext,
  createElement,
  Fragment,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
};
