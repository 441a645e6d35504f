'use client';
import {
  cloneElement,
  type ReactElement,
  type ReactNode,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';

const GAP = 5;
const EDGE = 8;

type Shown = { at: HTMLElement };

/** For a name that is cut, a meaning, or an icon without words; its trigger is focusable. */
export function Tooltip({ trigger, children, side = 'top' }: TooltipProps) {
  const id = useId();
  const [shown, setShown] = useState<Shown | null>(null);
  const show = (event: { currentTarget: HTMLElement }) => setShown({ at: event.currentTarget });
  const hide = () => setShown(null);
  return (
    <>
      {cloneElement(trigger as ReactElement<Record<string, unknown>>, {
        'aria-describedby': shown ? id : undefined,
        onPointerEnter: show,
        onPointerLeave: hide,
        onFocus: show,
        onBlur: hide,
        onKeyDown: (event: { key: string }) => event.key === 'Escape' && hide(),
      })}
      {shown && (
        <Tip id={id} at={shown.at} side={side}>
          {children}
        </Tip>
      )}
    </>
  );
}

/** A word that explains itself on hover, focus and tap. */
export function Definition({ term, children, side = 'top' }: DefinitionProps) {
  const trigger = (
    <button type="button" className="defn">
      {term}
    </button>
  );
  return (
    <Tooltip trigger={trigger} side={side}>
      {children}
    </Tooltip>
  );
}

type TipProps = { id: string; at: HTMLElement; side: TooltipSide; children: ReactNode };

/** Beside its trigger, and always inside the window. */
function Tip({ id, at, side, children }: TipProps) {
  const tip = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = tip.current;
    if (!element) return;
    const own = element.getBoundingClientRect();
    const { left, top } = placeOf(at.getBoundingClientRect(), own, side);
    element.style.left = `${Math.max(EDGE, Math.min(window.innerWidth - own.width - EDGE, left))}px`;
    element.style.top = `${Math.max(EDGE, Math.min(window.innerHeight - own.height - EDGE, top))}px`;
  }, [at, side]);
  return createPortal(
    <div ref={tip} id={id} role="tooltip" className="tip fixed">
      {children}
    </div>,
    document.body,
  );
}

type Box = Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>;

function placeOf(at: Box, own: Box, side: TooltipSide): { left: number; top: number } {
  const middle = { left: at.left + (at.width - own.width) / 2, top: at.top + (at.height - own.height) / 2 };
  switch (side) {
    case 'top': {
      const above = at.top - own.height - GAP;
      return { left: middle.left, top: above < EDGE ? at.top + at.height + GAP : above };
    }
    case 'bottom':
      return { left: middle.left, top: at.top + at.height + GAP };
    case 'left':
      return { left: at.left - own.width - GAP, top: middle.top };
    case 'right':
      return { left: at.left + at.width + GAP, top: middle.top };
  }
}

type TooltipSide = 'top' | 'right' | 'bottom' | 'left';
export type TooltipProps = { trigger: ReactElement; children: ReactNode; side?: TooltipSide };
export type DefinitionProps = { term: ReactNode; children: ReactNode; side?: TooltipSide };
